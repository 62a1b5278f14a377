package com.example.shop;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsResponse;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsResponseBody;
import com.aliyun.dysmsapi20170525.models.SendBatchSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsResponse;
import com.aliyun.dysmsapi20170525.models.SendSmsResponseBody;
import com.aliyun.tea.TeaException;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.ArrayList;
import java.util.List;

/** The messages of a shop, as code for the vendor's SDK is usually written. */
public class OrderMessages {
    private final Client client;

    public OrderMessages(Client client) {
        this.client = client;
    }

    /** Sends, and throws if the service refuses. */
    public String shipped(String number, String order) throws Exception {
        SendSmsRequest request = new SendSmsRequest();
        request.setPhoneNumbers(number);
        request.setSignName("Acme");
        request.setTemplateCode("SMS_1001");
        request.setTemplateParam("{\"order\":\"" + order + "\"}");
        if (order != null) {
            request.setOutId(order);
        }
        RuntimeOptions runtime = new RuntimeOptions();
        SendSmsResponse response = client.sendSmsWithOptions(request, runtime);
        SendSmsResponseBody body = response.getBody();
        if (!"OK".equals(body.getCode())) {
            throw new IllegalStateException("refused: " + body.getCode());
        }
        return body.getBizId();
    }

    /** Sends, and says whether it was accepted. */
    public boolean welcome(String number) {
        try {
            SendSmsResponse response = client.sendSms(new SendSmsRequest()
                    .setPhoneNumbers(number)
                    .setSignName("Acme")
                    .setTemplateCode("SMS_1002"));
            return response.getStatusCode() == 200 && "OK".equals(response.getBody().getCode());
        } catch (TeaException e) {
            System.out.println("failed: " + e.getCode());
            return false;
        } catch (Exception e) {
            return false;
        }
    }

    /** Sends to many, and counts what was refused. */
    public int offer(List<String> numbers) throws Exception {
        int refused = 0;
        for (String number : numbers) {
            SendBatchSmsRequest request = new SendBatchSmsRequest()
                    .setPhoneNumberJson("[\"" + number + "\"]")
                    .setSignNameJson("[\"Acme\"]")
                    .setTemplateCode("SMS_1003");
            if ("OK".equals(client.sendBatchSms(request).getBody().getCode())) {
                System.out.println("accepted");
            } else {
                refused++;
            }
        }
        return refused;
    }

    /** Reads what became of the messages to a number. */
    public List<String> states(String number, String day) throws Exception {
        QuerySendDetailsRequest request = new QuerySendDetailsRequest()
                .setPhoneNumber(number)
                .setSendDate(day)
                .setPageSize(10L)
                .setCurrentPage(1L);
        QuerySendDetailsResponse response =
                client.querySendDetailsWithOptions(request, new RuntimeOptions().setReadTimeout(2000));
        List<String> states = new ArrayList<>();
        for (QuerySendDetailsResponseBody.QuerySendDetailsResponseBodySmsSendDetailDTOsSmsSendDetailDTO detail :
                response.getBody().getSmsSendDetailDTOs().getSmsSendDetailDTO()) {
            states.add(detail.getOutId() + " " + detail.getSendStatus());
        }
        return states;
    }
}
