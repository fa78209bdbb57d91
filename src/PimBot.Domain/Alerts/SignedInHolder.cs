using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>A standing assignment of a person, with when they last signed in.</summary>
public sealed record SignedInHolder(Assignment Assignment, PersonKind Kind, DateTimeOffset? LastSignIn);
