#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Boots a kernel that check-kernel.sh has built to a shell of busybox, types at
# it, and lets it restart the machine.  Nothing in the log may be a report.
#
#   boot-shell.sh [--tree=6.12] [--config=defconfig] [--compiler=kcfi] [WORD...]
#
# The words go onto the kernel's command line.  For this machine only, whose
# busybox-static it is.  Log: shell.log in the row's folder.

# shellcheck source-path=SCRIPTDIR source=boot.sh
. "$(dirname "$0")/boot.sh"

tree=6.12
name=defconfig
compiler=kcfi
words=()
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --config=*) name=${argument#*=} ;;
    --compiler=*) compiler=${argument#*=} ;;
    --*) usage ;;
    *) words+=("$argument") ;;
  esac
done

# What the shell is told; the answer stands in no line that is typed.
typed ()
{
  cat << 'END'
uname -r -m
mount -t tmpfs tmp /tmp && head -c 1m /bin/busybox > /tmp/f && sync && md5sum /tmp/f
ifconfig lo 127.0.0.1 up && ping -c 2 127.0.0.1
ls -R /sys > /tmp/sys; cat /proc/*info /proc/interrupts /proc/self/maps > /tmp/proc; ps | tail -3
echo answer $((6 * 7))
reboot
END
}

# Sets initramfs to one of busybox as init, which starts a shell.
make_shell_initramfs ()
{
  local where=$out/shell
  need_packages busybox=busybox-static
  mkdir -p "$where"
  cat > "$where/inittab" << 'END'
::sysinit:/bin/sh /etc/rc
::respawn:-/bin/sh
::shutdown:/bin/umount -a -r
END
  cat > "$where/rc" << 'END'
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mount -t debugfs debug /sys/kernel/debug
END
  cat > "$where/list" << END
dir /bin 0755 0 0
dir /etc 0755 0 0
dir /dev 0755 0 0
dir /proc 0755 0 0
dir /sys 0755 0 0
dir /tmp 0755 0 0
nod /dev/console 0600 0 0 c 5 1
file /bin/busybox $(command -v busybox) 0755 0 0
slink /bin/sh busybox 0755 0 0
slink /bin/mount busybox 0755 0 0
slink /init bin/busybox 0755 0 0
slink /linuxrc bin/busybox 0755 0 0
file /etc/inittab $where/inittab 0644 0 0
file /etc/rc $where/rc 0644 0 0
END
  initramfs=$where.cpio
  "$objects/usr/gen_init_cpio" "$where/list" > "$initramfs" \
    || die "cannot make $initramfs"
}

# boot_shell LOG: a line is typed whenever the shell waits for one.
boot_shell ()
{
  local log=$1 pid line prompts=0
  local keyboard=$out/shell/keyboard
  rm -f "$log" "$keyboard"
  mkfifo "$keyboard"
  timeout "${KCFI_BOOT_TIMEOUT:-600}" "${emulator[@]}" -display none \
    -monitor none -no-reboot -serial stdio -kernel "$folder/image" \
    -initrd "$initramfs" \
    -append "console=$console panic=-1 ${words[*]} rdinit=/init" \
    < "$keyboard" > "$log" 2>&1 &
  pid=$!
  exec 3> "$keyboard"
  trap '' PIPE # The machine may be gone.
  while read -r line; do
    while kill -0 $pid 2> /dev/null \
      && [ "$(grep -aoc '^/ # ' "$log")" -le $prompts ]; do
      sleep 0.5
    done
    prompts=$((prompts + 1))
    kill -0 $pid 2> /dev/null || break
    printf '%s\n' "$line" >&3
  done < <(typed)
  wait $pid
  status=$?
  exec 3>&-
}

start_sum kernel-shell
find_row "$tree" x86_64 "$name"
set_machine x86_64
[ -z "$cross" ] || die "busybox-static of this machine is not of x86_64"
set_compiler "$compiler"
folder=$(folder_of "$tree" "$name")
objects=$(folder_of "$tree" "$row_objects")/obj
label="kernel $tree x86_64 $name $cc_tag${words:+ (${words[*]})}: shell"
[ -e "$folder/image" ] \
  || die "build it: check-kernel.sh --tree=$tree --config=$name"
need_packages "${emulator[0]}=$emulator_package"
make_shell_initramfs
boot_shell "$folder/shell.log"
say "ended with status $status ($folder/shell.log)"
log=$(tr -d '\r' < "$folder/shell.log")
expect_matches "$label: answers" "$log" '^answer 42$' 1
expect_matches "$label: network" "$log" '^2 packets transmitted, 2 packets received' 1
expect_matches "$label: nothing reported" "$log" "$report_pattern" 0
expect_matches "$label: restarts the machine" "$log" 'reboot: Restarting system$' 1
end_sum
