package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * Definitions of beans that every application with the starter has, for auto-configurations. They are registered by code
 * and not by methods of a configuration class: Spring would read that class, the conditions of its methods and all of
 * their types at each start, whether anything uses the beans or not. Definitions name constructors and methods, as
 * processing ahead of time needs it; suppliers could not be written down.
 */
public final class RegisteredBeans {
    private final ConfigurableListableBeanFactory beans;

    /**
     * Beans to register.
     *
     * @param beans those that there are
     */
    public RegisteredBeans(BeanFactory beans) {
        this.beans = (ConfigurableListableBeanFactory) beans;
    }

    /**
     * Finds a class.
     *
     * @param className its name
     * @return the class; null when the application does not have it
     */
    public @Nullable Class<?> find(String className) {
        ClassLoader loader = beans.getBeanClassLoader();
        return ClassUtils.isPresent(className, loader) ? ClassUtils.resolveClassName(className, loader) : null;
    }

    /**
     * Returns whether there is a bean.
     *
     * @param type the bean's type
     * @return whether there is one
     */
    public boolean has(Class<?> type) {
        return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false).length > 0;
    }

    /**
     * Returns whether there is no bean that would be injected where nothing but a type is asked for.
     *
     * @param type the type
     * @return whether there is none
     */
    public boolean isMissing(Class<?> type) {
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

    /**
     * Returns a bean that its constructor creates, at the start.
     *
     * @param type the bean's type
     * @return its definition
     */
    public static RootBeanDefinition definition(Class<?> type) {
        var definition = new RootBeanDefinition(type);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        return definition;
    }

    /**
     * Returns a bean that its constructor creates when something first needs it.
     *
     * @param type the bean's type
     * @return its definition
     */
    public static RootBeanDefinition lazy(Class<?> type) {
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
     * @return its definition
     */
    public static RootBeanDefinition createdBy(RootBeanDefinition bean, Class<?> factory, String method) {
        bean.setTargetType(bean.getBeanClass());
        bean.setBeanClass(factory);
        bean.setFactoryMethodName(method);
        return bean;
    }
}
