package io.github.alimsg.spring.boot;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches when properties describe credentials. */
final class OnCredentials extends SpringBootCondition {
    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean set = Binder.get(context.getEnvironment())
                .bind("alimsg.credentials", CredentialsProperties.class)
                .map(CredentialsFactory::isSet)
                .orElse(false);
        ConditionMessage.Builder message = ConditionMessage.forCondition("Alimsg credentials");
        return set
                ? ConditionOutcome.match(message.foundExactly("properties"))
                : ConditionOutcome.noMatch(message.didNotFind("properties").atAll());
    }
}
