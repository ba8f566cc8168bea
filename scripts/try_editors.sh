#!/usr/bin/env bash
# Tries the recipes of docs/editors.md in the Vim and the Neovim of this machine. Usage: try_editors.sh [--install]
# With --install it installs what is missing with apt-get, which root may. What is not there is skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
page=$PWD/docs/editors.md
install=${1:-}
[[ -d .venv/bin ]] && PATH=$PWD/.venv/bin:$PATH
command -v tonecheck > /dev/null || { echo "tonecheck is not on the PATH: run 'make demo'" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_STATE_HOME=$folder/state

# The vim blocks of the page, in order: the plugin, then the line that mends on saving.
awk -v to="$folder/block" '/^```vim$/ {n++; on=1; next} /^```$/ {on=0} on {print > (to n ".vim")}' "$page"

cat > "$folder/try.vim" << 'VIM'
set nocompatible nohidden encoding=utf-8
filetype on
source block1.vim
let s:failed = []
function! s:Expect(what, found, wanted) abort
  if a:found !=# a:wanted
    call add(s:failed, a:what .. ': found ' .. string(a:found) .. ', wanted ' .. string(a:wanted))
  endif
endfunction

edit draft.txt
silent make!
let s:list = filter(getqflist(), 'v:val.valid')
call s:Expect('how many findings', len(s:list), 1)
call s:Expect('line', s:list[0].lnum, 2)
call s:Expect('words at the column', strpart(getline(2), s:list[0].col - 1, 9), 'Calm down')
call s:Expect('kind', s:list[0].type, 'e')
call s:Expect('rule', stridx(s:list[0].text, 'calm-down') >= 0, 1)

edit! fixable.txt
let s:before = getline(1, '$')
TonecheckFix
call s:Expect('buffer after :TonecheckFix', getline(1, '$'), readfile('fixed.txt'))
undo
call s:Expect('buffer after undo', getline(1, '$'), s:before)
silent normal! gggqG
call s:Expect('buffer after gq', getline(1, '$'), readfile('fixed.txt'))
edit!
silent %!tonecheck check --fix - 2>/dev/null
call s:Expect('buffer after a filter', getline(1, '$'), readfile('fixed.txt'))

edit! broken.json
let s:before = getline(1, '$')
TonecheckFix
call s:Expect('buffer that cannot be read', getline(1, '$'), s:before)

edit! fixable.txt
write
call s:Expect('file after saving without the last line', readfile('fixable.txt') ==# readfile('fixed.txt'), 0)
source block2.vim
write
call s:Expect('file after saving with it', readfile('fixable.txt'), readfile('fixed.txt'))
call writefile(s:failed, 'failed')
qall!
VIM

# try NAME COMMAND...: runs the trial in one editor.
try() {
  local name=$1
  shift
  if ! command -v "$1" > /dev/null && [[ $install == --install ]]; then
    apt-get install --yes --no-install-recommends "$2" > /dev/null || true
  fi
  local editor=$1
  shift 2
  if ! command -v "$editor" > /dev/null; then
    echo "$name: skipped, not on this machine ('$0 --install' as root installs it)"
    return
  fi
  mkdir -p "$folder/$editor"
  cp "$folder"/*.vim "$folder/$editor"
  printf 'Hi Rina,\n😀 রিনা দিদি, Calm down, it is only a delay.\n' > "$folder/$editor/draft.txt"
  printf '%s\n' "$fixable" > "$folder/$editor/fixable.txt"
  (cd "$folder/$editor" && tonecheck check --fix - < fixable.txt > fixed.txt 2> /dev/null) || true
  if cmp -s "$folder/$editor/fixable.txt" "$folder/$editor/fixed.txt"; then
    echo "$name: the sample has nothing to mend" >&2
    exit 2
  fi
  printf '{"macros": [\n' > "$folder/$editor/broken.json"
  (cd "$folder/$editor" && timeout 60 "$editor" "$@" -S try.vim < /dev/null > output 2>&1) || true
  if [[ ! -e $folder/$editor/failed ]]; then
    echo "$name: FAILED, it stopped halfway:"
    tail -20 "$folder/$editor/output"
    failed=1
  elif [[ -s $folder/$editor/failed ]]; then
    echo "$name: FAILED"
    cat "$folder/$editor/failed"
    failed=1
  else
    echo "$name: good, $("$editor" --version | head -1)"
  fi
}

fixable=$'Hi Rina 😀,\nআপনার অর্ডার ঠিক আছে।\nSimply click the link to open it.'
failed=0
try Vim vim vim -u NONE -N -es
try Neovim nvim neovim -u NONE --headless
exit "$failed"
