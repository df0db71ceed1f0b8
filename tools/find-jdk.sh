# Finds a JDK for the scripts beside it, which source this file. For any POSIX shell.
#
# The version is read from the JDK's `release` file: starting java to ask it would cost more than the rest of the script.
# SPARTANLAKE_JDK_ROOT is put before the absolute places searched, so that tests can pretend what is installed.

jdk_minimum=25

# find_jdk TOOL: sets `jdk` to the home of a JDK that is new enough and has bin/TOOL (java, or javac to build); fails if
# there is none, and explain_missing_jdk then says what was seen.
find_jdk() {
  jdk_tool=$1
  jdk=
  jdk_seen=
  jdk_root=${SPARTANLAKE_JDK_ROOT-}

  if [ -n "${JAVA_HOME-}" ]; then
    accept_jdk "$JAVA_HOME" && return 0
    note_jdk "JAVA_HOME" "$JAVA_HOME"
  fi

  jdk_command=$(command -v java) || jdk_command=
  if [ -n "$jdk_command" ]; then
    resolve_links "$jdk_command"
    accept_jdk "${resolved%/bin/java}" && return 0
    note_jdk "java on the PATH" "${resolved%/bin/java}"
  fi

  for jdk_home in \
    "$jdk_root"/usr/lib/jvm/* "$jdk_root"/usr/lib64/jvm/* "$jdk_root"/usr/java/* "$jdk_root"/usr/local/java/* \
    "$jdk_root"/opt/*jdk* "$jdk_root"/opt/java/* \
    "$jdk_root"/Library/Java/JavaVirtualMachines/* \
    "$jdk_root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk "$jdk_root"/usr/local/opt/openjdk*/libexec/openjdk.jdk \
    "$jdk_root"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${HOME-}"/Library/Java/JavaVirtualMachines/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.gradle/jdks/* \
    "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.asdf/installs/java/*; do
    accept_jdk "$jdk_home" && return 0
  done

  if [ -x "$jdk_root/usr/libexec/java_home" ]; then
    jdk_home=$("$jdk_root/usr/libexec/java_home" -F -v "$jdk_minimum+" 2>/dev/null) && accept_jdk "$jdk_home" && return 0
  fi

  # The java of a version manager can be a script; only it knows the JDK behind it. macOS has a java of its own that asks
  # to install one, in a window.
  if [ -n "$jdk_command" ] && [ "$jdk_command" != /usr/bin/java ]; then
    jdk_home=$("$jdk_command" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p')
    [ -n "$jdk_home" ] && accept_jdk "$jdk_home" && return 0
  fi
  return 1
}

# accept_jdk HOME: sets `jdk` if HOME, or the macOS bundle HOME, is a JDK that will do.
accept_jdk() {
  for jdk_directory in "$1" "$1/Contents/Home"; do
    read_jdk_version "$jdk_directory"
    if [ -n "$jdk_version" ] && [ "$jdk_version" -ge "$jdk_minimum" ]; then
      if [ -x "$jdk_directory/bin/$jdk_tool" ]; then
        jdk=$jdk_directory
        return 0
      fi
      jdk_seen="$jdk_seen
  $jdk_directory: Java $jdk_version without bin/$jdk_tool"
    fi
  done
  return 1
}

# read_jdk_version HOME: sets `jdk_version` to the feature release (25 for 25.0.1), or to nothing if it is not to be read.
read_jdk_version() {
  jdk_version=
  [ -f "$1/release" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r jdk_line; do
    case $jdk_line in
      JAVA_VERSION=*)
        jdk_version=${jdk_line#JAVA_VERSION=}
        jdk_version=${jdk_version#\"}
        jdk_version=${jdk_version%%[!0-9]*}
        return 0
        ;;
    esac
  done <"$1/release"
}

# note_jdk NAME HOME: remembers for the error message that NAME led to HOME, which will not do.
note_jdk() {
  read_jdk_version "$2"
  if [ -n "$jdk_version" ]; then
    jdk_seen="$jdk_seen
  $1: Java $jdk_version in $2"
  else
    jdk_seen="$jdk_seen
  $1: no JDK in $2"
  fi
}

# resolve_links FILE: sets `resolved` to FILE with its symbolic links followed. (readlink -f is missing on older macOS.)
resolve_links() {
  resolved=$1
  while [ -L "$resolved" ]; do
    link_target=$(readlink "$resolved")
    case $link_target in
      /*) resolved=$link_target ;;
      *) resolved=${resolved%/*}/$link_target ;;
    esac
  done
}

# explain_missing_jdk PROGRAM: says on stderr what was looked for and how to get it.
explain_missing_jdk() {
  case $(uname -s) in
    Darwin)
      jdk_places='/Library/Java/JavaVirtualMachines, ~/Library/Java/JavaVirtualMachines, Homebrew, java_home'
      jdk_install='brew install --cask temurin@25'
      ;;
    *)
      jdk_places='/usr/lib/jvm, /usr/java, /opt/*jdk*, /opt/java'
      jdk_install='sudo apt install temurin-25-jdk   (or dnf; first add https://adoptium.net/installation/linux/)'
      ;;
  esac
  cat >&2 <<EOF
$1: no JDK $jdk_minimum or later found (one with bin/$jdk_tool). Seen:${jdk_seen:- neither JAVA_HOME nor java on the PATH.}
Also searched: $jdk_places, ~/.sdkman, ~/.jdks, ~/.gradle/jdks, mise, asdf.
Install one, for example Eclipse Temurin $jdk_minimum:
  https://adoptium.net/temurin/releases/?version=$jdk_minimum
  $jdk_install
or, if there is one elsewhere, set JAVA_HOME to its directory.
EOF
}
