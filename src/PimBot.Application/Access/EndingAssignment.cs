using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>An assignment that ends soon, with the names that people know.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
/// <param name="Holder">The person's or group's name.</param>
public sealed record EndingAssignment(Assignment Assignment, Role Role, Scope Scope, string Holder);
