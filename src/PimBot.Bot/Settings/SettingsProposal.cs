using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>What a filled form would make of a role's settings.</summary>
/// <param name="Policy">Null where a field can't be read.</param>
/// <param name="Problems">A sentence for each field that can't be read.</param>
internal sealed record SettingsProposal(RolePolicy? Policy, IReadOnlyList<string> Problems);
