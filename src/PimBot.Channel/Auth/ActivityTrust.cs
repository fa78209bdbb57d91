using PimBot.Channel.Connector;
using PimBot.Channel.Schema;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Auth;

/// <summary>Whether an activity is what its token vouches for, from a tenant and by way of a host that are allowed.</summary>
internal sealed class ActivityTrust(ServiceHostGuard hosts, ChannelTrust trust)
{
    /// <summary>Null when it is.</summary>
    /// <param name="activity">Well-formed: channel id and service URL are there.</param>
    /// <param name="token">Null when it was taken without a token from loopback.</param>
    /// <param name="tenants">The tenants that the activity names.</param>
    public AuthReason? Fault(Activity activity, VerifiedToken? token, ActivityTenants tenants)
    {
        if (token?.Endorsements is { } endorsed && !endorsed.Contains(activity.ChannelId!))
        {
            return AuthReason.ChannelNotEndorsed;
        }

        if (token?.ServiceUrl is { } vouched && !ServiceUrl.AreEqual(vouched, activity.ServiceUrl!))
        {
            return AuthReason.ServiceUrlMismatch;
        }

        if (!hosts.Allows(activity.ServiceUrl))
        {
            return AuthReason.ServiceHostNotAllowed;
        }

        return TenantFault(tenants);
    }

    private AuthReason? TenantFault(ActivityTenants tenants)
    {
        if (!tenants.Agree)
        {
            return AuthReason.TenantsDisagree;
        }

        var isAllowed =
            trust.AllowedTenants.Count == 0
            || (tenants.TenantId is not null && trust.AllowedTenants.Contains(tenants.TenantId));
        return isAllowed ? null : AuthReason.TenantNotAllowed;
    }
}
