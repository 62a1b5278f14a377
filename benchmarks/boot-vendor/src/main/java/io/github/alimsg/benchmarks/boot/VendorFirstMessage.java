package io.github.alimsg.benchmarks.boot;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.teaopenapi.models.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An application with a bean of the vendor's client that sends a message as soon as it has started. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class VendorFirstMessage {
    @Bean
    Client client(
            @Value("${endpoint}") String endpoint,
            @Value("${access-key-id}") String id,
            @Value("${access-key-secret}") String secret)
            throws Exception {
        return new Client(new Config()
                .setAccessKeyId(id)
                .setAccessKeySecret(secret)
                .setProtocol("http")
                .setEndpoint(endpoint));
    }

    /**
     * Starts, sends, and ends.
     *
     * @param args settings, the endpoint among them
     */
    public static void main(String[] args) throws Exception {
        var context = SpringApplication.run(VendorFirstMessage.class, args);
        context.getBean(Client.class)
                .sendSms(new SendSmsRequest()
                        .setPhoneNumbers("15900000001")
                        .setSignName("阿里云短信测试")
                        .setTemplateCode("SMS_154950909")
                        .setTemplateParam("{\"code\":\"123456\"}"));
        System.out.println("READY " + Thread.getAllStackTraces().size());
        context.close();
    }
}
