// A start as after the machine was switched on: what a program is made of is read from the disk again.
#pragma once

/// Drops from the page cache the programs, libraries, plug-ins, fonts and shared data that either program may read. What a running process
/// maps stays – this one maps Qt 6's core and KeePassXC brings Qt 5's, so that one is read back in: both start with their core warm.
void forgetFiles();
