using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>The duration is in whole minutes, at least 5 and at most the policy's maximum; a start lies ahead, within a year (ours).</summary>
internal sealed class ExpirationRule : IActivationRule
{
    private static readonly TimeSpan FurthestStart = TimeSpan.FromDays(365);

    public RuleViolation? Check(ActivationFacts facts)
    {
        var (ask, maximum) = (facts.Ask, facts.Policy.Activation.Maximum);
        return ask switch
        {
            _ when ask.Duration > maximum => Broken(ReasonCode.DurationTooLong, maximum),
            _ when ask.Duration < ActivationPolicy.ShortestDuration => Broken(
                ReasonCode.DurationTooShort,
                ActivationPolicy.ShortestDuration
            ),
            _ when ask.Duration.Ticks % TimeSpan.TicksPerMinute != 0 => Broken(ReasonCode.DurationNotWholeMinutes),
            _ when ask.Start < facts.Now - TimeSpan.FromMinutes(1) => Broken(ReasonCode.StartInPast),
            _ when ask.Start > facts.Now + FurthestStart => Broken(ReasonCode.StartTooFarAhead, FurthestStart),
            _ => null,
        };
    }

    private static RuleViolation Broken(ReasonCode code, TimeSpan? limit = null) =>
        new(RuleNames.Expiration, code, limit);
}
