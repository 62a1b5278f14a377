#!/bin/sh
# The old RPC style: all parameters in alphabetical order, signed with HMAC-SHA1.
# Values are percent-encoded once for the request, and the whole once more for the signature.
query="AccessKeyId=inbox-key&Action=SendMessageToGlobe&Format=JSON"
query="$query&Message=Your%20code%20is%20482913&SignatureMethod=HMAC-SHA1&SignatureNonce=$(openssl rand -hex 16)"
query="$query&SignatureVersion=1.0&Timestamp=$(date -u +%Y-%m-%dT%H%%3A%M%%3A%SZ)&To=6281234567890&Version=2018-05-01"
encoded=$(printf %s "$query" | sed 's/%/%25/g; s/=/%3D/g; s/&/%26/g')
signature=$(printf %s "POST&%2F&$encoded" | openssl dgst -sha1 -hmac "inbox-secret&" -binary | openssl base64)
curl -s http://127.0.0.1:8025/ -d "$query" --data-urlencode "Signature=$signature"
