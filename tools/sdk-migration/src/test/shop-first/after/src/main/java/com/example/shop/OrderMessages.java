package com.example.shop;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsRequest;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse;
import io.github.alimsg.dysms.mainland.model.SendBatchSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The messages of a shop, as code for the vendor's first SDK is usually written. */
public class OrderMessages {
    private final DysmsMainlandClient client;
    private final String endpoint;

    public OrderMessages(DysmsMainlandClient client, String endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    /** Sends, and throws if the service refuses. */
    public String shipped(String number, String order) throws SdkException {
        SendSmsRequest.Builder request = SendSmsRequest.builder()
                .phoneNumbers(number)
                .signName("Acme")
                .templateCode("SMS_1001")
                .templateParam("{\"order\":\"" + order + "\"}");
        if (order != null) {
            request.outId(order);
        }
        SendSmsResponse response;
        try {
            response = client.withOptions(options -> options.endpoint("http://" + endpoint)).sendSms(request.build());
        } catch (ServiceException refused) {
            throw new IllegalStateException("refused: " + refused.code());
        }
        return response.bizId();
    }

    /** Sends, and says whether it was accepted. */
    public boolean welcome(String number) {
        SendSmsRequest request = SendSmsRequest.builder()
                .phoneNumbers(number)
                .signName("Acme")
                .templateCode("SMS_1002")
                .build();
        // TODO alimsg: a refusal with HTTP status 4xx was a ClientException, here it is a ServiceException, too; decide which catch it belongs in
        try {
            // TODO alimsg: what came as an exception is a ServiceException, too, and is caught here; decide whether the catch further out is still needed
            try {
                client.withOptions(options -> options.endpoint("http://" + endpoint)).sendSms(request);
            } catch (ServiceException refused) {
                return false;
            }
            return true;
        } catch (ServiceException e) {
            System.out.println("failed: " + e.code());
            return false;
        } catch (SdkException e) {
            System.out.println("failed: " + (e instanceof ServiceException refusal ? refusal.code() : null) + " " + e.getMessage());
            return false;
        }
    }

    /** Sends to many, and counts what was refused. */
    public int offer(List<String> numbers) throws SdkException {
        int refused = 0;
        for (String number : numbers) {
            SendBatchSmsRequest request = SendBatchSmsRequest.builder()
                    .phoneNumbers("[\"" + number + "\"]")
                    .signNames("[\"Acme\"]")
                    .templateCode("SMS_1003")
                    .build();
            try {
                client.withOptions(options -> options.endpoint("http://" + endpoint)).sendBatchSms(request);
                System.out.println("accepted");
            } catch (ServiceException refusedToo) {
                refused++;
            }
        }
        return refused;
    }

    /** Reads what became of the messages to a number. */
    public List<String> states(String number, String day) throws SdkException {
        QuerySendDetailsRequest request = QuerySendDetailsRequest.builder()
                .phoneNumber(number)
                .sendDate(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE))
                .pageSize(10)
                .currentPage(1)
                .build();
        List<String> states = new ArrayList<>();
        for (QuerySendDetailsResponse.SmsSendDetail detail :
                client.withOptions(options -> options.endpoint("http://" + endpoint).readTimeout(Duration.ofMillis(2000))).querySendDetails(request).smsSendDetails()) {
            states.add(detail.outId() + " " + detail.sendStatus());
        }
        return states;
    }

    /** Sends by the names of the operation and its parameters. */
    public String remind(String number) throws SdkException {
        SendSmsRequest.Builder request = SendSmsRequest.builder()
                .phoneNumbers(number)
                .signName("Acme")
                .templateCode("SMS_1004");
        SdkResponse response = client.withOptions(options -> options.endpoint("http://" + endpoint)).sendSms(request.build());
        // TODO alimsg: a response is a success, a failure is a ServiceException: a test of Code in this text never sees one
        return response.rawJson();
    }
}
