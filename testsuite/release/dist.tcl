# SPDX-License-Identifier: GPL-3.0-or-later
#
# make dist: the same commit gives the same bytes, wherever and whenever it is
# packed, and a commit that is no release is refused.  The repository is a small one
# made for the purpose.

# The shell COMMAND in the folder FOLDER of release_work.
proc dist_run { folder command } {
    global release_work
    return [kcfi_exec [list sh -c "cd [list [file join $release_work $folder]] && $command"]]
}

proc dist_write { folder name text } {
    global release_work
    set path [file join $release_work $folder $name]
    file mkdir [file dirname $path]
    set channel [open $path w]
    puts $channel $text
    close $channel
}

proc dist_commit { folder message } {
    dist_run $folder "git add --all && git -c user.name=a -c user.email=a@b \
	-c commit.gpgsign=false commit --quiet -m '$message'"
}

# A repository of version 2.1.0 in FOLDER.
proc dist_make { folder } {
    global release_work release_top
    dist_write $folder plugin/version.h "#define KCFI_VERSION \"2.1.0\""
    dist_write $folder NEWS.md "# News\n\n## 2.1.0 (2030-01-01)\n\nAll."
    dist_write $folder b.sh "exit 0"
    dist_run $folder "git init --quiet && chmod +x b.sh && mkdir tools"
    file copy [file join $release_top tools dist.sh] \
	[file join $release_work $folder tools]
    dist_commit $folder first
}

proc dist_reproducible { } {
    global release_work
    dist_make tree
    set first [dist_run tree "tools/dist.sh 2.1.0 build/first.tar.xz"]
    # Another umask, user's settings, a clone with its own times, a changed file.
    set second [dist_run . "git clone --quiet tree other && cd other \
	&& git config tar.umask 0077 && umask 0077 && echo more >> b.sh && touch new \
	&& XZ_OPT=-0 TZ=Asia/Tokyo tools/dist.sh 2.1.0 ../tree/build/second.tar.xz"]
    lassign [dist_run tree "cmp build/first.tar.xz build/second.tar.xz"] status output
    release_result "two tarballs are the same bytes" \
	[expr { $status == 0 && [lindex $first 0] == 0 && [lindex $second 0] == 0
		? "" : "$first\n$second\n$output" }]
    release_result "what is not committed is told of" \
	[expr { [string first "what is not committed" $second] >= 0
		&& [string first "what is not committed" $first] < 0
		? "" : "$first\n$second" }]
    set listed [lindex [dist_run tree "tar -tf build/first.tar.xz"] 1]
    release_result "the tarball has what is committed, in one folder" \
	[expr { [lsort $listed] eq [lsort {kcfi-2.1.0/ kcfi-2.1.0/NEWS.md kcfi-2.1.0/b.sh
	    kcfi-2.1.0/plugin/ kcfi-2.1.0/plugin/version.h kcfi-2.1.0/tools/
	    kcfi-2.1.0/tools/dist.sh}] ? "" : $listed }]
}

# NAME: dist.sh in FOLDER fails and says PART.
proc dist_refused { name folder version part } {
    global release_work
    lassign [dist_run $folder "tools/dist.sh $version build/x.tar.xz"] status output
    release_result $name \
	[expr { $status != 0 && [string first $part $output] >= 0
		&& ![file exists [file join $release_work $folder build x.tar.xz]]
		? "" : "status $status: $output" }]
}

proc dist_refusals { } {
    dist_refused "a version that is not committed" tree 2.2.0 \
	"the last commit is not version 2.2.0"
    dist_write tree plugin/version.h "#define KCFI_VERSION \"2.2.0\""
    dist_commit tree "version without news"
    dist_refused "a version without news" tree 2.2.0 "NEWS.md"
    dist_run tree "mkdir -p inner && cp -r tools plugin NEWS.md inner"
    dist_refused "a tree within another repository" tree/inner 2.2.0 \
	"no git repository"
}

# What this tree's own version and news say.
proc dist_news { } {
    global release_top
    set channel [open [file join $release_top NEWS.md]]
    set news [read $channel]
    close $channel
    regexp -line {^## (.*)$} $news -> heading
    release_result "NEWS.md begins with the version and its day" \
	[expr { $heading eq "[release_version VERSION] ([release_version RELEASE_DATE])"
		? "" : $heading }]
}

# Recipes of other systems have the version, and the checksum of the license, in them.
proc dist_recipes { } {
    global release_top
    set version [release_version VERSION]
    set folder [file join $release_top packaging recipes]
    set problem ""
    foreach {file line} [list PKGBUILD "pkgver=$version" default.nix "version = \"$version\";" \
	guix.scm "(version \"$version\")" buildroot.mk "KCFI_VERSION = $version" \
	kcfi-native_$version.bb \
	"md5=[lindex [exec md5sum [file join $release_top LICENSE]] 0]\""] {
	if {[catch { open [file join $folder $file] } channel]} {
	    append problem "there is no $file\n"
	    continue
	}
	if {[string first $line [read $channel]] < 0} { append problem "$file: no $line\n" }
	close $channel
    }
    release_result "recipes have this version" $problem
}

if {[string match x86_64-* $KCFI_TARGET]} {
    dist_recipes
    dist_reproducible
    dist_refusals
    dist_news
} else {
    unsupported "release: make dist is tested in the run for this machine"
}
