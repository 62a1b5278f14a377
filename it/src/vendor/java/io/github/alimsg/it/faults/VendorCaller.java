package io.github.alimsg.it.faults;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.tea.TeaUnretryableException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import org.jspecify.annotations.Nullable;

/** The vendor's SDK, as it comes or with its {@code autoretry}. */
final class VendorCaller implements Caller {
    private final Client client;
    private final boolean autoretry;

    VendorCaller(int port, boolean autoretry) throws Exception {
        this.autoretry = autoretry;
        this.client = new Client(new Config()
                .setAccessKeyId(Marks.KEY_ID)
                .setAccessKeySecret(Marks.SECRET)
                .setEndpoint("127.0.0.1:" + port)
                .setProtocol("http"));
    }

    private RuntimeOptions options() {
        var options = new RuntimeOptions().setConnectTimeout(300).setReadTimeout(300);
        return autoretry ? options.setAutoretry(true).setMaxAttempts(3) : options;
    }

    @Override
    public Told send(int id) {
        var request = new SendSmsRequest()
                .setPhoneNumbers(Marks.number(id))
                .setSignName("Acme")
                .setTemplateCode("SMS_1")
                .setTemplateParam("{\"text\":\"" + Marks.text(id) + "\"}")
                .setOutId(Integer.toString(id));
        try {
            var body = client.sendSmsWithOptions(request, options()).getBody();
            return returned(body == null ? null : body.getCode(), body == null ? null : body.getBizId());
        } catch (Throwable e) {
            return thrown(e);
        }
    }

    @Override
    public Told read(int id) {
        var request = new QuerySendDetailsRequest()
                .setPhoneNumber(Marks.number(id))
                .setBizId(Integer.toString(id))
                .setSendDate("20261121")
                .setPageSize(10L)
                .setCurrentPage(1L);
        try {
            var body = client.querySendDetailsWithOptions(request, options()).getBody();
            return returned(body == null ? null : body.getCode(), Integer.toString(id));
        } catch (Throwable e) {
            return thrown(e);
        }
    }

    /** A caller who reads the code of what came back; who does not takes everything here for a success. */
    private static Told returned(@Nullable String code, @Nullable String bizId) {
        return "OK".equals(code)
                ? Told.answer(bizId)
                : new Told(
                        "returned normally, with " + (code == null ? "no code" : "a failure code"),
                        false,
                        false,
                        null,
                        null);
    }

    /** It never says whether the request left; its codes of HTTP 4xx are taken for refusals. */
    private static Told thrown(Throwable e) {
        if (e instanceof TeaUnretryableException) {
            return Told.failure("TeaUnretryableException", false, e);
        } else if (e instanceof TeaException tea) {
            Integer status = tea.getStatusCode();
            boolean refused = status != null && status >= 400 && status < 500 && status != 408;
            return Told.failure("TeaException " + (status == null ? "without status" : status), refused, e);
        }
        return Told.failure("other: " + e.getClass().getName(), false, e);
    }

    @Override
    public void close() {}
}
