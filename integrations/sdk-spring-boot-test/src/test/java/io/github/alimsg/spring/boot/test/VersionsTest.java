package io.github.alimsg.spring.boot.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

@DisplayName("These tests, and those of FakeCloud's extension, run with the versions that the build names")
class VersionsTest {
    @Test
    void springBoot() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("boot.expected"));
    }

    @Test
    void theJUnitThatSpringBootManages() {
        assertThat(Test.class.getPackage().getImplementationVersion()).isEqualTo(System.getProperty("junit.expected"));
    }
}
