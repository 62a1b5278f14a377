package io.github.alimsg.spring.boot.health;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/** Matches where the application has the actuator's health, of Spring Boot 3 or 4. */
final class OnActuator extends SpringBootCondition {
    private static final List<String> INDICATORS = List.of(
            "org.springframework.boot.actuate.health.HealthIndicator",
            "org.springframework.boot.health.contributor.HealthIndicator");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Actuator");
        return INDICATORS.stream().anyMatch(name -> ClassUtils.isPresent(name, context.getClassLoader()))
                ? ConditionOutcome.match(message.foundExactly("health"))
                : ConditionOutcome.noMatch(message.didNotFind("health").atAll());
    }
}
