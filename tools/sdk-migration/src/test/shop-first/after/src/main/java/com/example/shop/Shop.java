package com.example.shop;

import java.util.List;

/** Sends some messages to an endpoint, and prints what happened. */
public final class Shop {
    private Shop() {}

    public static void main(String[] arguments) throws Exception {
        OrderMessages messages =
                new OrderMessages(SmsConfig.createClient(arguments[0], arguments[1]), arguments[2]);
        System.out.println("shipped: " + messages.shipped("13800001111", "order-1"));
        System.out.println("welcome: " + messages.welcome("13800002222"));
        System.out.println("refused: " + messages.offer(List.of("13800003333", "13800004444")));
        System.out.println("states: " + messages.states("13800001111", "20261121"));
        try {
            messages.shipped("13800005555", "order-2");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.out.println("reminded: " + messages.remind("13800006666").contains("\"OK\""));
        System.exit(0);
    }
}
