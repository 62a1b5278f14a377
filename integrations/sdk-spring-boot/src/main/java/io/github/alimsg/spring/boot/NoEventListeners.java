package io.github.alimsg.spring.boot;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells Spring that our clients have no methods that listen to events. It would look at all methods of every bean's type,
 * and so load several hundred classes of models at the start, whether a client is used or not.
 */
final class NoEventListeners implements BeanFactoryPostProcessor {
    private static final String OURS = AlimsgClientsAutoConfiguration.class.getName();

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (ProductKind product : ProductKind.values()) {
            String name = product.beanName(null);
            if (beans.containsBeanDefinition(name)) {
                BeanDefinition definition = beans.getBeanDefinition(name);
                String factory = definition.getFactoryBeanName();
                if (factory != null && factory.startsWith(OURS)) {
                    set(definition);
                }
            }
        }
    }

    /** A class of the JDK is not looked at. */
    static void set(BeanDefinition definition) {
        definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
    }
}
