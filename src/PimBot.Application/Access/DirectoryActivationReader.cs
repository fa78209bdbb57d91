using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads the activation part of a policy.</summary>
internal static class DirectoryActivationReader
{
    private static readonly string[] Keys = ["maximum", "require", "approvers", "channel", "window"];

    public static ActivationPolicy Read(
        DirectoryCursor at,
        (RoleScope Access, Role? Role)? about,
        DirectoryReading reading
    )
    {
        var published = RolePolicy.Default(about?.Access ?? default).Activation;
        if (DirectoryFields.Of(at, Keys) is not { } fields)
        {
            return published;
        }

        var maximum = fields
            .Optional("maximum")
            ?.Duration(ActivationPolicy.ShortestDuration, ActivationPolicy.LongestMaximum);
        var window = fields
            .Optional("window")
            ?.Duration(ActivationPolicy.ShortestWindow, ActivationPolicy.LongestWindow);
        var require = Require(fields.Optional("require"), published.Require);
        var approvers = DirectoryApproversReader.Read(fields.Optional("approvers"), reading);
        var channel = DirectoryChannelReader.Read(fields.Optional("channel"), require);
        if (require is { } known)
        {
            CheckMfa(fields.Optional("require"), known, about);
            CheckApproval(at, fields.Optional("approvers"), known, about?.Role);
        }

        return published with
        {
            Maximum = maximum ?? published.Maximum,
            Require = require ?? published.Require,
            Approvers = approvers,
            Channel = channel,
            Window = window ?? published.Window,
        };
    }

    private static ActivationRequirements? Require(DirectoryCursor? at, ActivationRequirements published) =>
        at is null
            ? published
            : at.Words(DirectoryVocabulary.OnActivation)
                ?.Aggregate(ActivationRequirements.None, (all, one) => all | one);

    private static void CheckMfa(
        DirectoryCursor? at,
        ActivationRequirements require,
        (RoleScope Access, Role? Role)? about
    )
    {
        if (!require.HasFlag(ActivationRequirements.Mfa) && about is { } role && MfaLockedRoles.Has(role.Access.Role))
        {
            at?.Fault("must contain mfa: for this role it can't be switched off");
        }
    }

    private static void CheckApproval(
        DirectoryCursor activation,
        DirectoryCursor? approvers,
        ActivationRequirements require,
        Role? role
    )
    {
        var named = approvers?.Node.Items.Count > 0;
        if (named && !require.HasFlag(ActivationRequirements.Approval))
        {
            approvers?.Fault("names approvers, but require does not contain approval");
        }

        if (
            !named
            && approvers?.Node.Kind is null or DirectoryNodeKind.List
            && require.HasFlag(ActivationRequirements.Approval)
            && role is { Kind: not RoleKind.DirectoryRole }
        )
        {
            (approvers ?? activation.AtMissing("approvers")).Fault(
                "must name at least one approver: only directory roles have default approvers"
            );
        }
    }
}
