package org.gongzhi.server.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody who has signed in (已登录者). Says who, never what the person may do: that follows from the capacity and the
 * rulebook.
 */
public final class SignedIn implements UserDetails, CredentialsContainer, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final long person;
    private final String name;
    private final boolean waits;
    private @Nullable String passwordHash;

    SignedIn(long person, String name, String passwordHash) {
        this(person, name, passwordHash, false);
    }

    private SignedIn(long person, String name, String passwordHash, boolean waits) {
        this.person = person;
        this.name = name;
        this.passwordHash = passwordHash;
        this.waits = waits;
    }

    /** A name under which nobody signs in for now. */
    static SignedIn waiting(String name) {
        return new SignedIn(0, name, "", true);
    }

    /** Whose account it is. */
    public long person() {
        return person;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !waits;
    }

    /** The hash is not kept in the session. */
    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
