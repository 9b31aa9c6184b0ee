package org.gongzhi.server.access;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Which doors are open without a sign-in, and what every answer carries (门禁). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Doors {
    /** Nothing from elsewhere, nothing inline, no framing, forms only to ourselves. */
    private static final String CONTENT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Paths of those who hold office. */
    private static final String[] OFFICE = {"/inbox", "/inbox/**", "/desk/**", "/capacity"};

    @Bean
    SecurityFilterChain entries(HttpSecurity http) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        // Only pages are places to return to after signing in; a form that was refused is not.
        CookieRequestCache pages = new CookieRequestCache();
        pages.setRequestMatcher(request -> request.getMethod().equals("GET"));
        http.authorizeHttpRequests(paths -> paths.requestMatchers(OFFICE)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .requestCache(cache -> cache.requestCache(pages))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/inbox", false)
                        .failureHandler((request, response, why) -> new SimpleUrlAuthenticationFailureHandler(
                                        why instanceof LockedException ? "/sign-in?waits" : "/sign-in?wrong")
                                .onAuthenticationFailure(request, response, why))
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("SESSION"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("geolocation=(), microphone=(), camera=()"))
                        .frameOptions(withDefaults()));
        return http.build();
    }
}
