#!/usr/bin/env bash
# Whether what an owner runs fits what is deployed: the stack goes into an emulated AWS (moto with the extension whose path is
# given), then ops, connect and smoke read its outputs there. The emulator runs no function and knows no limits of Lambda: what
# connect says of these, and the address itself, is not looked at.
#   test/deploy/fits.sh PATH/moto_cfn_ext.py       (from the repository's root; ends with 77 where moto is not installed)
set -uo pipefail
extension=$1 port=${MOTO_PORT:-5057}
python3 -c 'import moto' 2>/dev/null || { echo "moto is not installed: skipped"; exit 77; }
work=$(mktemp -d)
python3 "$extension" "$port" >"$work/moto.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do curl -s -o /dev/null "http://127.0.0.1:$port/moto-api/" && break; sleep 0.2; done
export AWS_ENDPOINT_URL=http://localhost:$port AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=eu-central-1 \
  AWS_DEFAULT_REGION=eu-central-1 AWS_EC2_METADATA_DISABLED=true CDK_DEFAULT_ACCOUNT=123456789012 CDK_DEFAULT_REGION=eu-central-1 \
  CDK_DISABLE_CLI_TELEMETRY=1 CI=1
unset AWS_PROFILE AWS_SESSION_TOKEN
{
  cdk bootstrap --no-notices -o "$work/cdk.out" &&
    cdk deploy --all --method=direct --require-approval never --no-notices -o "$work/cdk.out"
} >"$work/deploy.log" 2>&1 || { tail -n 40 "$work/deploy.log"; exit 1; }

failed=0
# says COMMAND LINE…: the command of package.json prints each of these lines, however it ends.
says() {
  local command=$1
  shift
  # Its words are separate arguments.
  # shellcheck disable=SC2086
  npm run --silent $command >"$work/said" 2>&1 </dev/null
  for line in "$@"; do
    grep -qF -- "$line" "$work/said" && continue
    echo "✗ $command does not say: $line"
    cat "$work/said"
    failed=1
  done
  echo "asked: $command"
}
says 'ops -- dead-letters list' '✓ inbound: nothing' '✓ outbound: nothing' '✓ later: nothing' '✓ jobs: nothing' '✓ documents: nothing'
says 'connect -- --check' '✓ The stack of stage prod is deployed' '✗ There is no bot token yet'
says 'smoke' '✓ The stack of stage prod is deployed' '✗ No answer came'
exit $failed
