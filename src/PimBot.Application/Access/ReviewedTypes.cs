namespace PimBot.Application.Access;

/// <summary>Which assignments a review of a directory file is about.</summary>
internal enum ReviewedTypes
{
    Both = 1,
    Eligible = 2,
    Active = 3,
}
