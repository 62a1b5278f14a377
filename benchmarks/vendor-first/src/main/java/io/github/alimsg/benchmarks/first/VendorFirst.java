package io.github.alimsg.benchmarks.first;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.dysmsapi.model.v20170525.QuerySendDetailsRequest;
import com.aliyuncs.dysmsapi.model.v20170525.SendSmsRequest;
import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.IHttpClient;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.Replies;
import java.util.concurrent.Future;

/** The vendor's first generation with its defaults: {@code com.aliyun:aliyun-java-sdk-dysmsapi}. */
public class VendorFirst implements Contender {
    /** How it calls, for variants. */
    ProtocolType scheme() {
        return ProtocolType.HTTP;
    }

    /** Over TLS. */
    public static final class Tls extends VendorFirst {
        @Override
        ProtocolType scheme() {
            return ProtocolType.HTTPS;
        }
    }

    @Override
    public Calls connect(int port) {
        String host = scheme() == ProtocolType.HTTP ? "127.0.0.1:" : "localhost:";
        return calls(DefaultProfile.getProfile("cn-hangzhou", KEY_ID, SECRET), host + port, scheme());
    }

    @Override
    public Calls withoutNetwork() {
        DefaultProfile profile = DefaultProfile.getProfile("cn-hangzhou", KEY_ID, SECRET);
        HttpClientConfig config = HttpClientConfig.getDefault();
        config.setClientType(com.aliyuncs.http.HttpClientType.Custom);
        config.setCustomClientClassName(Canned.class.getName());
        profile.setHttpClientConfig(config);
        return calls(profile, "127.0.0.1:1", ProtocolType.HTTP);
    }

    private static Calls calls(DefaultProfile profile, String endpoint, ProtocolType scheme) {
        var client = new DefaultAcsClient(profile);
        return new Calls() {
            @Override
            public String send(String outId) throws Exception {
                var request = new SendSmsRequest();
                request.setSysEndpoint(endpoint);
                request.setSysProtocol(scheme);
                request.setPhoneNumbers("15900000001");
                request.setSignName("阿里云短信测试");
                request.setTemplateCode("SMS_154950909");
                request.setTemplateParam("{\"code\":\"123456\"}");
                request.setSmsUpExtendCode("90999");
                request.setOutId(outId);
                return client.getAcsResponse(request).getBizId();
            }

            @Override
            public int query() throws Exception {
                var request = new QuerySendDetailsRequest();
                request.setSysEndpoint(endpoint);
                request.setSysProtocol(scheme);
                request.setPhoneNumber("15900000001");
                request.setSendDate("20261120");
                request.setPageSize(50L);
                request.setCurrentPage(1L);
                return client.getAcsResponse(request).getSmsSendDetailDTOs().size();
            }
        };
    }

    /** Made by the client itself, from its name. */
    public static final class Canned extends IHttpClient {
        /** Called by the client. */
        public Canned(HttpClientConfig config) throws com.aliyuncs.exceptions.ClientException {
            super(config);
        }

        @Override
        protected void init(HttpClientConfig config) {}

        @Override
        public HttpResponse syncInvoke(HttpRequest request) {
            boolean query = request.getSysUrl().contains("QuerySendDetails");
            var response = new HttpResponse(request.getSysUrl());
            response.setStatus(200);
            response.putHeaderParameter("Content-Type", "application/json;charset=utf-8");
            response.setHttpContent(query ? Replies.sendDetails() : Replies.small(), "utf-8", FormatType.JSON);
            return response;
        }

        @Override
        public Future<HttpResponse> asyncInvoke(HttpRequest request, CallBack callback) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ignoreSSLCertificate() {}

        @Override
        public void restoreSSLCertificate() {}

        @Override
        public boolean isSingleton() {
            return false;
        }

        @Override
        public void close() {}
    }
}
