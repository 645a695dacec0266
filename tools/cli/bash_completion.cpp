#include "tools/cli/completions.h"

namespace tungse {
namespace {

// What does not depend on the tree. `_tungse_command PATH` sets the words that may follow a command, `_tungse_value
// PATH WHICH` what the value of an option, or the nth argument, may be.
constexpr std::string_view walker = R"bash(
_tungse_offer() {
  local word
  case $kind in
    file)
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
      ;;
    folder)
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$cur")
      ;;
  esac
  for word in "${choices[@]}"; do
    [[ $word == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$word")")
  done
}

_tungse() {
  local cur=${COMP_WORDS[COMP_CWORD]} path='' named='' waits='' rest='' kind='' last=0 argument=1 i word
  local -a commands=() options=() valued=() choices=()
  COMPREPLY=()
  _tungse_command ''
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ -n $waits ]]; then
      [[ $word == = ]] || waits=''
    elif [[ -z $rest && $word == -- ]]; then
      rest=yes
    elif [[ -z $rest && $word == -?* ]]; then
      [[ " ${valued[*]} " == *" $word "* ]] && waits=$word
    elif [[ -z $rest && " ${commands[*]} " == *" $word "* ]]; then
      path+=${path:+ }$word
      _tungse_command "$path"
    else
      named+=${named:+ }$word
      ((++argument))
    fi
  done
  if [[ -n $waits ]]; then
    [[ $cur == = ]] && cur=''
    _tungse_value "$path" "$waits"
  elif [[ -z $rest && $cur == --*=* ]]; then
    waits=${cur%%=*} cur=${cur#*=}
    _tungse_value "$path" "$waits"
  elif [[ -z $rest && $cur == -* ]]; then
    choices=("${options[@]}")
  elif ((${#commands[@]} > 0)); then
    choices=("${commands[@]}")
  else
    ((last > 0 && argument > last)) && argument=$last
    _tungse_value "$path" "$argument"
  fi
  if [[ $kind == command ]]; then
    _tungse_command "$named"
    choices=("${commands[@]}")
  fi
  _tungse_offer
}

complete -F _tungse tungse
)bash";

std::string quoted_all(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back(shell_quoted(word));
  return "(" + joined(quoted) + ")";
}

std::string command_case(const CommandNode& command) {
  std::vector<std::string> commands;
  std::vector<std::string> options;
  std::vector<std::string> valued;
  for (const CommandNode& one : command.commands) commands.push_back(one.words.back());
  for (const OptionNode& one : command.options) {
    options.insert(options.end(), one.flags.begin(), one.flags.end());
    if (one.kind != ValueKind::none) valued.insert(valued.end(), one.flags.begin(), one.flags.end());
  }
  const bool repeats = !command.arguments.empty() && command.arguments.back().may_repeat;
  return "    " + shell_quoted(command.path()) + ")\n      commands=" + quoted_all(commands) +
         " last=" + std::to_string(repeats ? command.arguments.size() : 0) + "\n      options=" + quoted_all(options) +
         "\n      valued=" + quoted_all(valued) + "\n      ;;\n";
}

}  // namespace

std::string bash_completion(const CommandNode& tree) {
  return shell_script(tree, {.head = "# Completions of tungse for bash, made by: tungse completion bash\n\n",
                             .command_case = command_case,
                             .choices = quoted_all,
                             .walker = walker});
}

}  // namespace tungse
