package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Beans that every application with the starter has, for auto-configurations. They are registered here and not by methods
 * of a configuration class: Spring would read that class, the conditions of its methods and all of their types at each
 * start, whether anything uses the beans or not. Definitions name constructors and methods, as processing ahead of time
 * needs it; suppliers could not be written down.
 */
public abstract class RegisteredBeans implements ImportBeanDefinitionRegistrar {
    private final ConfigurableListableBeanFactory beans;

    /**
     * Beans to register.
     *
     * @param beans those that there are
     */
    protected RegisteredBeans(BeanFactory beans) {
        this.beans = (ConfigurableListableBeanFactory) beans;
    }

    @Override
    public final void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        register(registry);
    }

    /**
     * Registers the beans.
     *
     * @param registry where to
     */
    protected abstract void register(BeanDefinitionRegistry registry);

    /** {@return a class; null when the application does not have it} */
    protected final @Nullable Class<?> find(String className) {
        ClassLoader loader = beans.getBeanClassLoader();
        return ClassUtils.isPresent(className, loader) ? ClassUtils.resolveClassName(className, loader) : null;
    }

    /** {@return whether there is a bean of a type} */
    protected final boolean has(Class<?> type) {
        return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false).length > 0;
    }

    /** {@return whether there is no bean of a type that would be injected where nothing but the type is asked for} */
    protected final boolean isMissing(Class<?> type) {
        for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false)) {
            if (!beans.containsBeanDefinition(name) || isCandidate(beans.getMergedBeanDefinition(name))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCandidate(BeanDefinition bean) {
        return bean.isAutowireCandidate() && !(bean instanceof AbstractBeanDefinition own && !own.isDefaultCandidate());
    }

    /** {@return a bean that its constructor creates, at the start} */
    protected static RootBeanDefinition definition(Class<?> type) {
        var definition = new RootBeanDefinition(type);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        return definition;
    }

    /** {@return a bean that its constructor creates when something first needs it} */
    protected static RootBeanDefinition lazy(Class<?> type) {
        RootBeanDefinition definition = definition(type);
        definition.setLazyInit(true);
        return definition;
    }

    /**
     * Lets a static method create a bean.
     *
     * @param bean the bean
     * @param factory the class of the method
     * @param method its name, which no other method of the class has
     * @return the bean
     */
    protected static RootBeanDefinition createdBy(RootBeanDefinition bean, Class<?> factory, String method) {
        bean.setTargetType(bean.getBeanClass());
        bean.setBeanClass(factory);
        bean.setFactoryMethodName(method);
        return bean;
    }
}
