package io.github.alimsg.benchmarks.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** An application that sends nothing, with our starter on its class path or without. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Idle {
    /**
     * Starts, says how many threads there are, and ends.
     *
     * @param args of the application
     */
    public static void main(String[] args) {
        var context = SpringApplication.run(Idle.class, args);
        System.out.println("READY " + Thread.getAllStackTraces().size());
        context.close();
    }
}
