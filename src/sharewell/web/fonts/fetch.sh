#!/bin/sh
# Fetches again what the repository keeps of other people's work: fonts of the PDF (OFL, DejaVu) and axe-core (MPL) for tests.
# Neither running nor testing needs this.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../../../tests/browser/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
get() { npm pack --silent "$1" >/dev/null && tar xzf ./*.tgz && rm ./*.tgz; }
get @expo-google-fonts/atkinson-hyperlegible@0.4.1
cp package/400Regular/AtkinsonHyperlegible_400Regular.ttf package/700Bold/AtkinsonHyperlegible_700Bold.ttf "$here"
cp package/LICENSE_FONT "$here/OFL.txt"
rm -r package
get dejavu-fonts-ttf@2.37.3
cp package/ttf/DejaVuSans.ttf package/ttf/DejaVuSans-Bold.ttf "$here"
cp package/LICENSE "$here/DEJAVU.txt"
rm -r package
get axe-core@4.14.1
cp package/axe.min.js "$data"
