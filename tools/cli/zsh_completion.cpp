#include "tools/cli/completions.h"

namespace tungse {
namespace {

// As in bash; zsh shows the descriptions too. Items are "word:description" as _describe takes them.
constexpr std::string_view walker = R"zsh(
_tungse_offer() {
  case $kind in
    file) _files ;;
    folder) _files -/ ;;
    *) (( $#choices )) && _describe -t values value choices ;;
  esac
}

_tungse() {
  local at='' named='' waits='' rest='' kind='' word
  local -i last=0 argument=1 i
  local -a commands options valued choices names
  _tungse_command ''
  for (( i = 2; i < CURRENT; ++i )); do
    word=${(Q)words[i]}
    names=(${commands%%:*})
    if [[ -n $waits ]]; then
      waits=''
    elif [[ -z $rest && $word == -- ]]; then
      rest=yes
    elif [[ -z $rest && $word == -?* ]]; then
      (( ${valued[(Ie)$word]} )) && waits=$word
    elif [[ -z $rest ]] && (( ${names[(Ie)$word]} )); then
      at+=${at:+ }$word
      _tungse_command "$at"
    else
      named+=${named:+ }$word
      (( ++argument ))
    fi
  done
  if [[ -n $waits ]]; then
    _tungse_value "$at" "$waits"
  elif [[ -z $rest && $PREFIX == --*=* ]]; then
    waits=${PREFIX%%=*}
    compset -P '*='
    _tungse_value "$at" "$waits"
  elif [[ -z $rest && $PREFIX == -* ]]; then
    _describe -o -t options option options
    return
  elif (( $#commands )); then
    _describe -t commands command commands
    return
  else
    (( last > 0 && argument > last )) && argument=last
    _tungse_value "$at" "$argument"
  fi
  if [[ $kind == command ]]; then
    _tungse_command "$named"
    (( $#commands )) && _describe -t commands command commands
    return
  fi
  _tungse_offer
}

# Loaded by compinit, this file is the body of _tungse and its first call; sourced, it tells compinit of it.
if [[ $funcstack[1] == _tungse ]]; then
  _tungse "$@"
elif (( $+functions[compdef] )); then
  compdef _tungse tungse
fi
)zsh";

// One item of _describe: a colon ends the word, unless a backslash stands before it.
std::string item(const std::string& word, const std::string& description) {
  std::string escaped;
  for (const char byte : word) escaped += byte == ':' || byte == '\\' ? std::string("\\") + byte : std::string(1, byte);
  if (!description.empty()) escaped += ":";
  for (const char byte : description) escaped += byte == '\\' ? std::string("\\\\") : std::string(1, byte);
  return shell_quoted(escaped);
}

std::string array(const std::vector<std::string>& items) { return "(" + joined(items, "\n        ") + ")"; }

std::string command_case(const CommandNode& command) {
  std::vector<std::string> commands;
  std::vector<std::string> options;
  std::vector<std::string> valued;
  for (const CommandNode& one : command.commands) commands.push_back(item(one.words.back(), one.summary));
  for (const OptionNode& one : command.options) {
    for (const std::string& flag : one.flags) {
      options.push_back(item(flag, one.description));
      if (one.kind != ValueKind::none) valued.push_back(shell_quoted(flag));
    }
  }
  const bool repeats = !command.arguments.empty() && command.arguments.back().may_repeat;
  return "    " + shell_quoted(command.path()) + ")\n      commands=" + array(commands) +
         "\n      options=" + array(options) + "\n      valued=(" + joined(valued) +
         ")\n      last=" + std::to_string(repeats ? command.arguments.size() : 0) + "\n      ;;\n";
}

std::string choices(const std::vector<std::string>& words) {
  std::vector<std::string> items;
  for (const std::string& word : words) items.push_back(item(word, ""));
  return "(" + joined(items) + ")";
}

}  // namespace

std::string zsh_completion(const CommandNode& tree) {
  return shell_script(tree,
                      {.head = "#compdef tungse\n# Completions of tungse for zsh, made by: tungse completion zsh\n\n",
                       .command_case = command_case,
                       .choices = choices,
                       .walker = walker});
}

}  // namespace tungse
