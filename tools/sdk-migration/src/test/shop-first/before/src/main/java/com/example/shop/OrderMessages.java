package com.example.shop;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.CommonResponse;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.dysmsapi.model.v20170525.QuerySendDetailsRequest;
import com.aliyuncs.dysmsapi.model.v20170525.QuerySendDetailsResponse;
import com.aliyuncs.dysmsapi.model.v20170525.SendBatchSmsRequest;
import com.aliyuncs.dysmsapi.model.v20170525.SendBatchSmsResponse;
import com.aliyuncs.dysmsapi.model.v20170525.SendSmsRequest;
import com.aliyuncs.dysmsapi.model.v20170525.SendSmsResponse;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.exceptions.ServerException;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import java.util.ArrayList;
import java.util.List;

/** The messages of a shop, as code for the vendor's first SDK is usually written. */
public class OrderMessages {
    private final IAcsClient client;
    private final String endpoint;

    public OrderMessages(IAcsClient client, String endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    /** Sends, and throws if the service refuses. */
    public String shipped(String number, String order) throws ClientException {
        SendSmsRequest request = new SendSmsRequest();
        request.setSysMethod(MethodType.POST);
        request.setSysEndpoint(endpoint);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setPhoneNumbers(number);
        request.setSignName("Acme");
        request.setTemplateCode("SMS_1001");
        request.setTemplateParam("{\"order\":\"" + order + "\"}");
        if (order != null) {
            request.setOutId(order);
        }
        SendSmsResponse response = client.getAcsResponse(request);
        if (response.getCode() != null && response.getCode().equals("OK")) {
            return response.getBizId();
        }
        throw new IllegalStateException("refused: " + response.getCode());
    }

    /** Sends, and says whether it was accepted. */
    public boolean welcome(String number) {
        SendSmsRequest request = new SendSmsRequest();
        request.setSysEndpoint(endpoint);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setPhoneNumbers(number);
        request.setSignName("Acme");
        request.setTemplateCode("SMS_1002");
        try {
            SendSmsResponse response = client.getAcsResponse(request);
            return "OK".equals(response.getCode());
        } catch (ServerException e) {
            System.out.println("failed: " + e.getErrCode());
            return false;
        } catch (ClientException e) {
            System.out.println("failed: " + e.getErrCode() + " " + e.getErrMsg());
            return false;
        }
    }

    /** Sends to many, and counts what was refused. */
    public int offer(List<String> numbers) throws ClientException {
        int refused = 0;
        for (String number : numbers) {
            SendBatchSmsRequest request = new SendBatchSmsRequest();
            request.setSysEndpoint(endpoint);
            request.setSysProtocol(ProtocolType.HTTP);
            request.setPhoneNumberJson("[\"" + number + "\"]");
            request.setSignNameJson("[\"Acme\"]");
            request.setTemplateCode("SMS_1003");
            SendBatchSmsResponse response = client.getAcsResponse(request);
            if ("OK".equals(response.getCode())) {
                System.out.println("accepted");
            } else {
                refused++;
            }
        }
        return refused;
    }

    /** Reads what became of the messages to a number. */
    public List<String> states(String number, String day) throws ClientException {
        QuerySendDetailsRequest request = new QuerySendDetailsRequest();
        request.setSysEndpoint(endpoint);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysReadTimeout(2000);
        request.setPhoneNumber(number);
        request.setSendDate(day);
        request.setPageSize(10L);
        request.setCurrentPage(1L);
        List<String> states = new ArrayList<>();
        for (QuerySendDetailsResponse.SmsSendDetailDTO detail :
                client.getAcsResponse(request).getSmsSendDetailDTOs()) {
            states.add(detail.getOutId() + " " + detail.getSendStatus());
        }
        return states;
    }

    /** Sends by the names of the operation and its parameters. */
    public String remind(String number) throws ClientException {
        CommonRequest request = new CommonRequest();
        request.setSysMethod(MethodType.POST);
        request.setSysDomain(endpoint);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysVersion("2017-05-25");
        request.setSysAction("SendSms");
        request.putQueryParameter("RegionId", "cn-hangzhou");
        request.putQueryParameter("PhoneNumbers", number);
        request.putQueryParameter("SignName", "Acme");
        request.putQueryParameter("TemplateCode", "SMS_1004");
        CommonResponse response = client.getCommonResponse(request);
        return response.getData();
    }
}
