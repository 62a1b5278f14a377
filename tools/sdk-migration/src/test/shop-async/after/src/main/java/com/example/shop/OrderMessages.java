package com.example.shop;

import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsRequest;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse;
import io.github.alimsg.dysms.mainland.model.SendBatchSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The messages of a shop, as code for the vendor's asynchronous SDK is usually written. */
public class OrderMessages {
    private final DysmsMainlandClient client;

    public OrderMessages(DysmsMainlandClient client) {
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
        SendSmsResponse response;
        try {
            response = client.sendSms(request);
        } catch (ServiceException refused) {
            throw new IllegalStateException("refused: " + refused.code());
        }
        SendSmsResponse body = response;
        return body.bizId();
    }

    /** Sends, and says whether it was accepted. */
    public boolean welcome(String number) {
        try {
            // TODO alimsg: what came as an exception is a ServiceException, too, and is caught here; decide whether the catch further out is still needed
            try {
                client.sendSms(SendSmsRequest.builder()
                        .phoneNumbers(number)
                        .signName("Acme")
                        .templateCode("SMS_1002")
                        .build());
            } catch (ServiceException refused) {
                return false;
            }
            return true;
        } catch (CallInterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (SdkException e) {
            System.out.println("failed: " + e.getMessage());
            return false;
        }
    }

    /** Sends to many, and counts what was refused. */
    public int offer(List<String> numbers) {
        int refused = 0;
        for (String number : numbers) {
            SendBatchSmsRequest request = SendBatchSmsRequest.builder()
                    .phoneNumbers("[\"" + number + "\"]")
                    .signNames("[\"Acme\"]")
                    .templateCode("SMS_1003")
                    .build();
            try {
                client.sendBatchSms(request);
                System.out.println("accepted");
            } catch (ServiceException refusedToo) {
                refused++;
            }
        }
        return refused;
    }

    /** Reads what became of the messages to a number. */
    public List<String> states(String number, String day) throws Exception {
        QuerySendDetailsRequest request = QuerySendDetailsRequest.builder()
                .phoneNumber(number)
                .sendDate(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE))
                .pageSize(10)
                .currentPage(1)
                .build();
        return client.async(c -> c.querySendDetails(request)).thenApply(OrderMessages::states).get();
    }

    private static List<String> states(QuerySendDetailsResponse response) {
        List<String> states = new ArrayList<>();
        for (QuerySendDetailsResponse.SmsSendDetail detail :
                response.smsSendDetails()) {
            states.add(detail.outId() + " " + detail.sendStatus());
        }
        return states;
    }
}
