package com.example.shop;

import com.aliyun.sdk.service.dysmsapi20170525.AsyncClient;
import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsResponse;
import com.aliyun.sdk.service.dysmsapi20170525.models.QuerySendDetailsResponseBody;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendBatchSmsRequest;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsResponse;
import com.aliyun.sdk.service.dysmsapi20170525.models.SendSmsResponseBody;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The messages of a shop, as code for the vendor's asynchronous SDK is usually written. */
public class OrderMessages {
    private final AsyncClient client;

    public OrderMessages(AsyncClient client) {
        this.client = client;
    }

    /** Sends, and throws if the service refuses. */
    public String shipped(String number, String order) throws Exception {
        SendSmsRequest request = SendSmsRequest.builder()
                .phoneNumbers(number)
                .signName("Acme")
                .templateCode("SMS_1001")
                .templateParam("{\"order\":\"" + order + "\"}")
                .outId(order)
                .build();
        CompletableFuture<SendSmsResponse> future = client.sendSms(request);
        SendSmsResponse response = future.get();
        SendSmsResponseBody body = response.getBody();
        if (!"OK".equals(body.getCode())) {
            throw new IllegalStateException("refused: " + body.getCode());
        }
        return body.getBizId();
    }

    /** Sends, and says whether it was accepted. */
    public boolean welcome(String number) {
        try {
            SendSmsResponse response = client.sendSms(SendSmsRequest.builder()
                            .phoneNumbers(number)
                            .signName("Acme")
                            .templateCode("SMS_1002")
                            .build())
                    .get();
            return response.getStatusCode() == 200 && "OK".equals(response.getBody().getCode());
        } catch (ExecutionException e) {
            System.out.println("failed: " + e.getCause().getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends to many, and counts what was refused. */
    public int offer(List<String> numbers) {
        int refused = 0;
        for (String number : numbers) {
            SendBatchSmsRequest request = SendBatchSmsRequest.builder()
                    .phoneNumberJson("[\"" + number + "\"]")
                    .signNameJson("[\"Acme\"]")
                    .templateCode("SMS_1003")
                    .build();
            if ("OK".equals(client.sendBatchSms(request).join().getBody().getCode())) {
                System.out.println("accepted");
            } else {
                refused++;
            }
        }
        return refused;
    }

    /** Reads what became of the messages to a number. */
    public List<String> states(String number, String day) throws Exception {
        QuerySendDetailsRequest request = QuerySendDetailsRequest.builder()
                .phoneNumber(number)
                .sendDate(day)
                .pageSize(10L)
                .currentPage(1L)
                .build();
        return client.querySendDetails(request).thenApply(OrderMessages::states).get();
    }

    private static List<String> states(QuerySendDetailsResponse response) {
        List<String> states = new ArrayList<>();
        for (QuerySendDetailsResponseBody.SmsSendDetailDTO detail :
                response.getBody().getSmsSendDetailDTOs().getSmsSendDetailDTO()) {
            states.add(detail.getOutId() + " " + detail.getSendStatus());
        }
        return states;
    }
}
