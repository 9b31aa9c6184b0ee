package org.gongzhi.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.gongzhi.server.journal.Clock;
import org.gongzhi.server.journal.District;
import org.gongzhi.server.store.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms are given: the district, its clock, the installation's keys (装配). */
@Configuration(proxyBeanMethods = false)
class Wiring {
    @Bean
    District district(@Value("${gongzhi.district:440304}") int district) {
        return new District(district);
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource instants() {
        return InstantSource.system();
    }

    @Bean
    Clock clock(InstantSource instants, @Value("${gongzhi.zone:Asia/Shanghai}") String zone) {
        return new Clock(instants, ZoneId.of(zone));
    }

    @Bean
    Keys keys(@Value("${gongzhi.data}") Path data) {
        return Place.keys(data);
    }
}
