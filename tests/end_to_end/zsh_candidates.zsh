# What zsh offers on a line: zsh -f zsh_candidates.zsh FOLDER-OF-_tungse 'tungse al' prints "align", a candidate a line.
# An interactive zsh on a terminal of its own completes the line; every candidate is written down as it is added.
emulate -R zsh
zmodload zsh/zpty || exit 1
folder=$1 line=$2
found=$(mktemp) || exit 1
setup='
PROMPT= PS2= RPROMPT=
fpath=('${(q)folder}' $fpath)
autoload -Uz compinit && compinit -u -D
compadd() {
  if [[ " ${(j: :)@[1,${@[(i)(-|--)]}]} " == *" -"(O|A|D)" "* ]]; then builtin compadd "$@"; return; fi
  local -a offered
  builtin compadd -O offered "$@"
  print -rl -- $offered >> '$found'
  builtin compadd "$@"
}
write_down() { _main_complete; compstate[insert]= compstate[list]=; print "the end" >> '$found' }
zle -C write-down complete-word write_down
bindkey "^I" write-down
'
script=$(mktemp) || exit 1
print -r -- $setup > $script
zpty asked zsh -f -i
zpty -w asked "source $script; rm $script"
for (( wait = 0; wait < 500 && $#script; ++wait )); do
  [[ -e $script ]] || break
  sleep 0.02
done
zpty -n -w asked "$line"$'\t'
for (( wait = 0; wait < 1500; ++wait )); do
  grep -qx 'the end' $found && break
  sleep 0.02
done
zpty -d asked
grep -vx -e 'the end' -e '' $found
rm -f $found
