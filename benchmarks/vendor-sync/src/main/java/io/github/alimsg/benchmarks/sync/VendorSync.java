package io.github.alimsg.benchmarks.sync;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.tea.okhttp.ClientHelper;
import com.aliyun.teaopenapi.models.Config;
import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.Replies;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The vendor's synchronous client with its defaults: {@code com.aliyun:dysmsapi20170525}. */
public class VendorSync implements Contender {
    /** How it calls, for variants. */
    String scheme() {
        return "http";
    }

    /** Over TLS. */
    public static final class Tls extends VendorSync {
        @Override
        String scheme() {
            return "https";
        }
    }

    @Override
    public Calls connect(int port) throws Exception {
        Client client = new Client(new Config()
                .setAccessKeyId(KEY_ID)
                .setAccessKeySecret(SECRET)
                .setProtocol(scheme())
                .setEndpoint((scheme().equals("http") ? "127.0.0.1:" : "localhost:") + port));
        return new Calls() {
            @Override
            public String send(String outId) throws Exception {
                return client.sendSms(new SendSmsRequest()
                                .setPhoneNumbers("15900000001")
                                .setSignName("阿里云短信测试")
                                .setTemplateCode("SMS_154950909")
                                .setTemplateParam("{\"code\":\"123456\"}")
                                .setSmsUpExtendCode("90999")
                                .setOutId(outId))
                        .getBody()
                        .getBizId();
            }

            @Override
            public int query() throws Exception {
                return client.querySendDetails(new QuerySendDetailsRequest()
                                .setPhoneNumber("15900000001")
                                .setSendDate("20261120")
                                .setPageSize(50L)
                                .setCurrentPage(1L))
                        .getBody()
                        .getSmsSendDetailDTOs()
                        .getSmsSendDetailDTO()
                        .size();
            }
        };
    }

    /**
     * The client has no transport to replace, so OkHttp's outermost interceptor replies, which adds little more than
     * building a request.
     */
    @Override
    @SuppressWarnings("deprecation") // the order of arguments that OkHttp 3 has too
    public Calls withoutNetwork() throws Exception {
        MediaType json = MediaType.parse("application/json;charset=utf-8");
        OkHttpClient canned = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    boolean query = "QuerySendDetails".equals(chain.request().header("x-acs-action"));
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(200)
                            .message("OK")
                            .header("Content-Type", "application/json;charset=utf-8")
                            .header("Connection", "keep-alive")
                            .body(ResponseBody.create(json, query ? Replies.sendDetails() : Replies.small()))
                            .build();
                })
                .build();
        Calls calls = connect(1);
        try {
            calls.send("order-1");
        } catch (Exception e) {
            // refused, but now the client has created its OkHttp
        }
        ClientHelper.clients.replaceAll((key, old) -> canned);
        return calls;
    }
}
