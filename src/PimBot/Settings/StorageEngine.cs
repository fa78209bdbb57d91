namespace PimBot.Settings;

/// <summary>The databases that PimBot runs on.</summary>
internal enum StorageEngine
{
    Sqlite = 1,
    Postgres = 2,
}
