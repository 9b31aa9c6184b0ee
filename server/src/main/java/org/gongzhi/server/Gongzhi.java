package org.gongzhi.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform: one program for a district (共治平台). */
@SpringBootApplication(proxyBeanMethods = false)
public class Gongzhi {
    /** Starts the platform; {@code ./gongzhi run} calls it. */
    public static void main(String... arguments) {
        SpringApplication.run(Gongzhi.class, arguments);
    }
}
