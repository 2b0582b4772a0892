# Installs Debian packages; read by ./start and ci/readers, which set `said` to their own name.
#
#   apt_install "what they are for" PACKAGE...
#
# As root at once; by sudo where someone is at the terminal, after showing the line; otherwise it prints
# the line to run and ends with exit code 3 (something is missing on this machine).
# shellcheck shell=sh

apt_install() {
    purpose=$1
    shift
    line="apt-get update && apt-get install -y --no-install-recommends $*"
    sudo_line="sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" -eq 0 ]; then
        echo "$said: installing $purpose: $*" >&2
        apt_run "" "$@"
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ] && [ -t 2 ]; then
        echo "$said: $purpose is missing. This line installs it:" >&2
        echo >&2
        echo "    $sudo_line" >&2
        echo >&2
        printf 'Run it now? [Y/n] ' >&2
        read -r answer || answer=n
        case $answer in
            '' | [Yy]*) apt_run sudo "$@" ;;
            *)
                echo "$said: nothing was installed. Run the line above, then $said again." >&2
                exit 3
                ;;
        esac
    else
        echo "$said: $purpose is missing. As root (or with sudo) run" >&2
        echo >&2
        echo "    $line" >&2
        echo >&2
        echo "and then $said again." >&2
        exit 3
    fi
}

apt_run() { # apt_run ""|sudo PACKAGE...
    as=$1
    shift
    words=$(mktemp)
    # A list that cannot be refreshed may still know the packages, so only the installation decides.
    # shellcheck disable=SC2086 # nothing, or the one word sudo
    $as env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update >"$words" 2>&1 </dev/null ||
        echo "$said: the list of packages could not be refreshed; trying with the one at hand." >&2
    # shellcheck disable=SC2086
    if $as env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "$@" >>"$words" 2>&1 </dev/null; then
        rm -f -- "$words"
        return
    fi
    tail -n 20 -- "$words" >&2
    rm -f -- "$words"
    echo "$said: apt-get did not install $*; its own words are above." >&2
    echo "Check that this machine is online and that no other installation is running, then run $said again." >&2
    exit 3
}
