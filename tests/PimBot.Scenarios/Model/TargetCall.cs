using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Scenarios.Model;

/// <summary>One call of the target.</summary>
/// <param name="Grants">Or revokes.</param>
/// <param name="Grant">Of which grant.</param>
/// <param name="At">When it began.</param>
/// <param name="Answer">What the caller heard; null: nothing.</param>
internal sealed record TargetCall(bool Grants, GrantId Grant, DateTimeOffset At, TargetOutcome? Answer);
