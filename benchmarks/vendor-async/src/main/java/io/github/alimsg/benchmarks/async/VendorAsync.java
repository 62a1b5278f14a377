package io.github.alimsg.benchmarks.async;

import com.aliyun.auth.credentials.Credential;
import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
import com.aliyun.core.http.HttpClient;
import com.aliyun.core.http.HttpHeaders;
import com.aliyun.core.http.HttpRequest;
import com.aliyun.core.http.HttpResponse;
import com.aliyun.core.utils.Context;
import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
import com.aliyun.sdk.service.dysmsapi20170525.DefaultAsyncClientBuilder;
import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsRequest;
import darabonba.core.client.ClientOverrideConfiguration;
import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.Replies;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** The vendor's asynchronous client with its defaults, waited for: {@code com.aliyun:alibabacloud-dysmsapi20170525}. */
public final class VendorAsync implements Contender {
    private static DefaultAsyncClientBuilder builder(int port) {
        return AsyncClient.builder()
                .region("cn-hangzhou")
                .credentialsProvider(StaticCredentialProvider.create(Credential.builder()
                        .accessKeyId(KEY_ID)
                        .accessKeySecret(SECRET)
                        .build()))
                .overrideConfiguration(ClientOverrideConfiguration.create()
                        .setProtocol("HTTP")
                        .setEndpointOverride("127.0.0.1:" + port));
    }

    @Override
    public Calls connect(int port) {
        return new Client(builder(port).build());
    }

    @Override
    public Calls withoutNetwork() {
        return new Client(builder(1).httpClient(new Canned()).build());
    }

    private record Client(AsyncClient client) implements Calls {
        @Override
        public String send(String outId) throws Exception {
            return client.sendSms(SendSmsRequest.builder()
                            .phoneNumbers("15900000001")
                            .signName("阿里云短信测试")
                            .templateCode("SMS_154950909")
                            .templateParam("{\"code\":\"123456\"}")
                            .smsUpExtendCode("90999")
                            .outId(outId)
                            .build())
                    .get()
                    .getBody()
                    .getBizId();
        }

        @Override
        public int query() throws Exception {
            return client.querySendDetails(QuerySendDetailsRequest.builder()
                            .phoneNumber("15900000001")
                            .sendDate("20261120")
                            .pageSize(50L)
                            .currentPage(1L)
                            .build())
                    .get()
                    .getBody()
                    .getSmsSendDetailDTOs()
                    .getSmsSendDetailDTO()
                    .size();
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private static final class Canned implements HttpClient {
        @Override
        public CompletableFuture<HttpResponse> send(HttpRequest request) {
            boolean query = String.valueOf(request.getUrl()).contains("QuerySendDetails")
                    || "QuerySendDetails".equals(request.getHeaders().getValue("x-acs-action"));
            return CompletableFuture.completedFuture(
                    new Answer(request, query ? Replies.sendDetails() : Replies.small()));
        }

        @Override
        public CompletableFuture<HttpResponse> send(HttpRequest request, Context context) {
            return send(request);
        }

        @Override
        public void close() {}
    }

    private static final class Answer extends HttpResponse {
        private final byte[] body;
        private final HttpHeaders headers = new HttpHeaders();

        Answer(HttpRequest request, byte[] body) {
            super(request);
            this.body = body;
            headers.set("Content-Type", "application/json;charset=utf-8");
            headers.set("Connection", "keep-alive");
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getHeaderValue(String name) {
            return headers.getValue(name);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public ByteBuffer getBody() {
            return ByteBuffer.wrap(body);
        }

        @Override
        public byte[] getBodyAsByteArray() {
            return body;
        }

        @Override
        public String getBodyAsString() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String getBodyAsString(Charset charset) {
            return new String(body, charset);
        }
    }
}
