package io.github.alimsg.benchmarks.boot;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** An application with our starter that sends a message as soon as it has started. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class FirstMessage {
    /**
     * Starts, sends, and ends.
     *
     * @param args settings, the endpoint among them
     */
    public static void main(String[] args) {
        var context = SpringApplication.run(FirstMessage.class, args);
        context.getBean(DysmsMainlandClient.class)
                .sendSms(b -> b.phoneNumbers("15900000001")
                        .signName("阿里云短信测试")
                        .templateCode("SMS_154950909")
                        .templateParam("{\"code\":\"123456\"}"));
        System.out.println("READY " + Thread.getAllStackTraces().size());
        context.close();
    }
}
