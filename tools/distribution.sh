# Keeps what ./spartanlake runs up to date, and prepares to run java. Sourced by the scripts beside it, with `root` set. For any POSIX shell.

system=$(uname -s)
distribution=$root/cli/target/spartanlake
jar=$distribution/lib/spartanlake.jar
# One stamp for each system, as the native libraries differ: one directory can be used from Windows and from Linux.
distribution_stamp=$distribution/built-on-$system
build_lock=$root/cli/target/build.lock

# Without a locale, java takes every letter but ASCII for a question mark, in file names and in what it prints.
need_every_letter() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) ;;
    *) return ;;
  esac
  case $system in
    Darwin) utf8=en_US.UTF-8 ;;
    *) utf8=C.UTF-8 ;;
  esac
  if [ -n "${LC_ALL-}" ]; then export LC_ALL="$utf8"; else export LC_CTYPE="$utf8"; fi
}

# Succeeds if something that goes into the distribution changed since it was built. Directories count too: their time
# tells that a file was removed.
distribution_is_stale() {
  [ -f "$distribution_stamp" ] && [ -f "$jar" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root/.mvn" "$root/cli/distribution.xml" "$root"/*/pom.xml "$root"/*/src/main \
    -newer "$distribution_stamp" 2>/dev/null | head -n 1)" ]
}

# build_distribution MAVEN_ARGUMENT...: runs Maven with the JDK found, in the project's directory, which becomes the
# current one. The stamp gets the time of the start: what is edited meanwhile is newer.
build_distribution() {
  mkdir -p "$distribution" && : >"$distribution_stamp.new" && cd "$root" && JAVA_HOME=$jdk ./mvnw -B -ntp "$@" || return
  # Gone if Maven was told to clean; and a jar from before is what a test of one module leaves. Then the next start builds once more.
  if [ -f "$distribution_stamp.new" ] && [ -f "$jar" ] && [ -z "$(find "$distribution_stamp.new" -newer "$jar")" ]; then
    mv -f "$distribution_stamp.new" "$distribution_stamp"
  else
    rm -f "$distribution_stamp.new"
  fi
}

# lock_build PROGRAM: waits until no other process builds in this directory; two builds at once would spoil each other.
lock_build() {
  if [ -n "${SPARTANLAKE_BUILDING-}" ]; then
    echo "$1: called from within a build, which has to end first" >&2
    return 1
  fi
  mkdir -p "${build_lock%/*}" || return 1
  lock_announced=
  until mkdir "$build_lock" 2>/dev/null; do
    if [ ! -w "${build_lock%/*}" ]; then
      echo "$1: cannot write in ${build_lock%/*}, which building needs" >&2
      return 1
    fi
    lock_owner=$(cat "$build_lock/pid" 2>/dev/null)
    if [ -n "$lock_owner" ] && ! kill -0 "$lock_owner" 2>/dev/null; then
      rm -rf "$build_lock"
      continue
    fi
    if [ -z "$lock_announced" ]; then
      echo "$1: waiting for the build of process ${lock_owner:-unknown}; if there is none, delete $build_lock" >&2
      lock_announced=yes
    fi
    sleep 1
  done
  export SPARTANLAKE_BUILDING=yes
  trap unlock_build EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  echo $$ >"$build_lock/pid"
}

unlock_build() {
  rm -rf "$build_lock"
  unset SPARTANLAKE_BUILDING
  trap - EXIT INT TERM HUP
}
