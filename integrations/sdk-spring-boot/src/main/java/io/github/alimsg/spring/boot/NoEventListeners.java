package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells Spring that the starter's beans have no methods that listen to events. It would look at all methods of every bean's
 * type, and so load several hundred classes of models at the start, whether a client is used or not.
 */
final class NoEventListeners implements BeanFactoryPostProcessor {
    private static final String OURS = NoEventListeners.class.getPackageName();

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (isOurs(definition.getFactoryBeanName()) || isOurs(definition.getBeanClassName())) {
                // A class of the JDK is not looked at.
                definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
            }
        }
    }

    private static boolean isOurs(@Nullable String name) {
        return name != null && name.startsWith(OURS);
    }
}
