# This inbox speaks TLS, with a certificate that it makes at each start. Fetch it:
curl -s http://page.example/_inbox/api/certificate > inbox.pem

# This SDK, curl and Node trust it in addition to others:
export ALIMSG_TRUST=$PWD/inbox.pem CURL_CA_BUNDLE=$PWD/inbox.pem NODE_EXTRA_CA_CERTS=$PWD/inbox.pem

# Other Java clients trust what is in a key store, and nothing else:
#   keytool -importcert -noprompt -alias inbox -file inbox.pem -keystore inbox.p12 -storepass changeit
#   java -Djavax.net.ssl.trustStore=inbox.p12 -Djavax.net.ssl.trustStorePassword=changeit …
# Go, Python's ssl and C# on Linux read this variable (not tried):
#   export SSL_CERT_FILE=$PWD/inbox.pem
