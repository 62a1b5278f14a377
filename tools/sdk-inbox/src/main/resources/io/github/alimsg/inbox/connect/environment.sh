# Start your application with these, and nothing of its code changes.
export ALIMSG_ENDPOINT_URL=http://127.0.0.1:8025
export ALIBABA_CLOUD_ACCESS_KEY_ID=inbox-key
export ALIBABA_CLOUD_ACCESS_KEY_SECRET=inbox-secret
