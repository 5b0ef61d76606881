#!/usr/bin/env bash
# setup.sh FOLDER: VS Code's workbench and extension host, as code-server from npm, in FOLDER; done
# once. A plain install fails where nothing but a package registry is reached: @vscode/ripgrep
# downloads a program. So no install script runs, and the native modules that are needed are built
# one by one.
set -euo pipefail
version=4.100.3 # VS Code 1.100.3, the last for Node.js 20
mkdir -p "$1"
folder=$(realpath "$1")
cd "$folder"
if [ "$(cat .ready 2>/dev/null)" = "$version" ]; then
    exit 0
fi

# node-gyp takes the headers that came with this Node.js and does not fetch others.
prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
if [ -d "$prefix/include/node" ]; then
    export npm_config_nodedir=$prefix
fi
export npm_config_audit=false npm_config_fund=false npm_config_loglevel=error

# Debian's npm builds modules that are linked with Debian's libnode; another Node.js crashes on them.
npm install --prefix npm --ignore-scripts --no-save npm@10
export PATH=$folder/npm/node_modules/.bin:$PATH

echo "code-server $version: installing (once, about a minute)"
rm -rf node_modules package.json
echo '{"private": true}' >package.json
npm install --ignore-scripts "code-server@$version"
npm rebuild argon2

cd node_modules/code-server/lib/vscode
npm install --ignore-scripts --omit=dev
npm rebuild native-watchdog @vscode/spdlog @parcel/watcher @vscode/deviceid
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
ln -sfn node_modules node_modules.asar
(cd extensions && npm install --ignore-scripts --omit=dev)


echo "$version" >"$folder/.ready"
