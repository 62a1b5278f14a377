package com.example.shop;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.util.List;

/** Sends some messages to an endpoint, and prints what happened. */
public final class Shop {
    private Shop() {}

    public static void main(String[] arguments) throws Exception {
        try (DysmsMainlandClient client = SmsConfig.createClient(arguments[0], arguments[1], arguments[2])) {
            OrderMessages messages = new OrderMessages(client);
            System.out.println("shipped: " + messages.shipped("13800001111", "order-1"));
            System.out.println("welcome: " + messages.welcome("13800002222"));
            System.out.println("refused: " + messages.offer(List.of("13800003333", "13800004444")));
            System.out.println("states: " + messages.states("13800001111", "20261121"));
            messages.shipped("13800005555", "order-2");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.exit(0);
    }
}
